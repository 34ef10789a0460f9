package palabre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;
import picocli.CommandLine;

class HostLinkTest extends ServedTest {
    private int hostLink(String... more) {
        CommandLine command = new CommandLine(new HostLinkCommand());
        command.setExecutionExceptionHandler((_, _, _) -> 1);
        String[] all = new String[more.length + 1];
        all[0] = data.toString();
        System.arraycopy(more, 0, all, 1, more.length);
        return command.execute(all);
    }

    @Test
    void theAdminReplacesItOnTheMachineWhileTheServerIsStopped() {
        String old = server.organiser();
        assertThat(hostLink("--replace")).as("while a server runs").isNotZero();
        server.close();
        assertThat(hostLink()).isZero();
        assertThat(hostLink("--replace")).isZero();
        server = new TestServer(data);
        assertThat(server.organiser()).isNotEqualTo(old);
        Browserless again = new Browserless(server.base());
        assertThat(again.get("/o/" + old).statusCode()).isEqualTo(404);
        assertThat(again.get("/o/" + server.organiser()).statusCode()).isEqualTo(200);
    }
}
