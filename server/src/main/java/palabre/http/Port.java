package palabre.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port to listen on, before anything else is done for the start. */
final class Port {
    private Port() {}

    /**
     * @throws IOException in one sentence for who starts the server
     */
    static void requireFree(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("there is no address " + host + " to listen on");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
        } catch (BindException e) {
            throw new IOException(
                    "cannot listen on port " + port + " of " + host + ": " + e.getMessage(), e);
        }
    }

    /** All listeners must share one port, so that it must be known before the first. */
    static int anyFree() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
