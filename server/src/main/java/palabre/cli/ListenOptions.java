package palabre.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import palabre.http.base.ServerConfig;
import palabre.mail.MailConfig;
import picocli.CommandLine.Option;

/** Where to listen; from the command line, else from the file, else the default. */
final class ListenOptions {
    @Option(names = "--host", description = "Address to listen on (default 127.0.0.1).")
    @Nullable String host;

    @Option(names = "--port", description = "Port to listen on, 0 for any (default 8080).")
    @Nullable Integer port;

    @Option(
            names = "--public-url",
            description = "The address that guests use to reach this server.")
    @Nullable String publicUrl;

    @Option(
            names = "--trusted-proxies",
            split = ",",
            description = "Addresses of proxies whose X-Forwarded-For header is trusted.")
    @Nullable List<String> trustedProxies;

    @Option(
            names = "--metrics-from",
            split = ",",
            description = "Addresses that may read /metrics, beside this machine.")
    @Nullable List<String> metricsFrom;

    @Option(
            names = "--config",
            description =
                    "A file of host=, port=, public-url=, trusted-proxies=, metrics-from=, data=,"
                            + " smtp-host=, smtp-port=, smtp-security=, smtp-from=, smtp-user=,"
                            + " smtp-password= lines.")
    @Nullable Path file;

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        Path from = file;
        if (from != null) {
            try (Reader in = Files.newBufferedReader(from)) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static <T> T first(@Nullable T given, @Nullable T configured, T otherwise) {
        if (given != null) {
            return given;
        }
        return configured == null ? otherwise : configured;
    }

    ServerConfig config() throws IOException {
        Properties p = properties();
        String configuredPort = p.getProperty("port");
        String url = first(publicUrl, p.getProperty("public-url"), "");
        return new ServerConfig(
                first(host, p.getProperty("host"), "127.0.0.1"),
                first(
                        port,
                        configuredPort == null ? null : Integer.valueOf(configuredPort.strip()),
                        8080),
                Optional.of(url.replaceAll("/+$", "")).filter(u -> !u.isEmpty()),
                list(trustedProxies, p.getProperty("trusted-proxies")),
                MailConfig.of(p),
                list(metricsFrom, p.getProperty("metrics-from")));
    }

    private static List<String> list(@Nullable List<String> given, @Nullable String configured) {
        return first(
                given,
                configured == null ? null : Arrays.asList(configured.strip().split("\\s*,\\s*")),
                List.of());
    }

    Path data(@Nullable Path given, Path otherwise) throws IOException {
        String configured = properties().getProperty("data");
        return first(given, configured == null ? null : Path.of(configured), otherwise);
    }
}
