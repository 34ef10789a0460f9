package palabre.http;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.lang.management.ManagementFactory;

/** What the process does and leaves alone, whatever it serves. */
final class OwnProcess {
    private OwnProcess() {}

    /** Nothing is read but the jar and the data directory: no copies in the temporary folder. */
    static VertxOptions options() {
        return new VertxOptions()
                .setPreferNativeTransport(true)
                .setFileSystemOptions(
                        new FileSystemOptions()
                                .setFileCachingEnabled(false)
                                .setClassPathResolvingEnabled(false));
    }

    /** What is off the record is in memory alone: no error writes it out, whoever asks for that. */
    static void keepMemoryToItself() {
        ManagementFactory.getPlatformMXBeans(HotSpotDiagnosticMXBean.class)
                .forEach(jvm -> jvm.setVMOption("HeapDumpOnOutOfMemoryError", "false"));
    }
}
