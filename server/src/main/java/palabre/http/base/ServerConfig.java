package palabre.http.base;

import java.util.List;
import java.util.Optional;
import palabre.mail.MailConfig;

/**
 * Where the server listens and how the world reaches it.
 *
 * @param publicUrl the address that guests use, without a slash at the end; decides every absolute
 *     address and whether cookies are {@code Secure}
 * @param mail the mail server; without one nothing is sent
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 * @param metricsFrom addresses that may read {@code /metrics}, beside this machine's own
 */
public record ServerConfig(
        String host,
        int port,
        Optional<String> publicUrl,
        List<String> trustedProxies,
        Optional<MailConfig> mail,
        List<String> metricsFrom) {
    /** One that sends no mail and tells its figures to this machine alone. */
    public ServerConfig(
            String host, int port, Optional<String> publicUrl, List<String> trustedProxies) {
        this(host, port, publicUrl, trustedProxies, Optional.empty(), List.of());
    }

    /** Whether what this address says of others is believed. */
    public boolean trusts(String address) {
        return trustedProxies.stream().anyMatch(p -> NetworkAddress.same(p, address));
    }

    public boolean secureCookies() {
        return publicUrl.filter(u -> u.startsWith("https:")).isPresent();
    }

    /** The public address without its path, as browsers name an origin. */
    public Optional<String> publicOrigin() {
        return publicUrl.map(u -> u.replaceFirst("^(https?://[^/]+).*$", "$1"));
    }

    /** The address of this server as a guest must know it. */
    public String baseUrl() {
        return publicUrl.orElseGet(
                () -> "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port);
    }

    public ServerConfig onPort(int actual) {
        return new ServerConfig(host, actual, publicUrl, trustedProxies, mail, metricsFrom);
    }
}
