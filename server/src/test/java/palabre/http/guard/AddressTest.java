package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palabre.http.PalabreServer;
import palabre.http.base.NetworkAddress;
import palabre.http.base.ServerConfig;
import palabre.testing.Browserless;
import palabre.testing.RawSocket;
import palabre.testing.TestServer;

/** Whose attempts count as whose. */
class AddressTest {
    @TempDir Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7 | 192.0.2.7",
                "192.0.2.7:4711 | 192.0.2.7",
                "::ffff:192.0.2.7 | 192.0.2.7",
                "[::ffff:192.0.2.7]:80 | 192.0.2.7",
                "2001:db8:1:2:3:4:5:6 | 20010db800010002::/64",
                "2001:db8:1:2::9 | 20010db800010002::/64",
                "[2001:db8:1:2::9]:443 | 20010db800010002::/64",
                "\"[2001:db8:1:2::9]:443\" | 20010db800010002::/64",
                "unknown | none",
                "192.0.2.777 | none",
                "[2001:db8::1 | none",
                "localhost | none",
            })
    void anAddressIsCountedByItsNetwork(String written, String counted) {
        assertThat(NetworkAddress.network(written).orElse("none")).isEqualTo(counted);
    }

    private PalabreServer start(List<String> proxies) throws IOException {
        ServerConfig config = new ServerConfig("127.0.0.1", 0, Optional.empty(), proxies);
        return PalabreServer.start(config, data, TestServer.QUICK);
    }

    /** How many of so many guesses are answered before the pace holds. */
    private static int answered(Browserless http, int guesses, String... headers) {
        int answered = 0;
        for (int i = 0; i < guesses; i++) {
            answered += http.get("/j/guess" + i, headers).statusCode() == 404 ? 1 : 0;
        }
        return answered;
    }

    @Test
    void aStrangersPaceIsOneForTheServerOverHoweverManyConnections() throws IOException {
        try (PalabreServer server = start(List.of())) {
            long startNs = System.nanoTime();
            List<RawSocket> sockets = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sockets.add(new RawSocket(server.port()));
            }
            int answered = 0;
            for (int i = 0; i < 110; i++) {
                for (RawSocket socket : sockets) {
                    socket.send("GET /j/guess HTTP/1.1\r\nHost: x\r\n\r\n");
                    answered += socket.status() == 404 ? 1 : 0;
                }
            }
            double seconds = (System.nanoTime() - startNs) / 1e9;
            assertThat(answered).isBetween(300, 301 + (int) (20 * seconds));
            for (RawSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void theLastAddressThatIsNoTrustedProxyCountsOverAllLinesOfTheHeader() throws IOException {
        try (PalabreServer server = start(List.of("127.0.0.1", "2001:db8::1"))) {
            Browserless http = new Browserless("http://127.0.0.1:" + server.port());
            String header = "X-Forwarded-For";
            assertThat(answered(http, 600, header, "198.51.100.1, 203.0.113.9")).isLessThan(600);
            // whatever stands before it is what the guest says of themselves
            assertThat(answered(http, 20, header, "198.51.100.2, 203.0.113.9")).isLessThan(20);
            assertThat(answered(http, 20, header, "198.51.100.3", header, "203.0.113.9:80"))
                    .isLessThan(20);
            assertThat(answered(http, 20, header, "203.0.113.9", header, "[2001:DB8::1]:80"))
                    .isLessThan(20);
            assertThat(answered(http, 20, header, "203.0.113.9", header, "198.51.100.4"))
                    .isEqualTo(20);
        }
    }
}
