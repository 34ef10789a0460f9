package palabre.http.base;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as limits count them. One household has one IPv4 address or one IPv6 network of 64
 * bits; whoever has that can use every address in it.
 */
public final class NetworkAddress {
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;
    private static final int MAPPED_ZEROS = 10;

    private NetworkAddress() {}

    /** What is counted for an address: IPv4 whole, IPv6 by its network; empty when it is none. */
    public static Optional<String> network(String text) {
        return bytes(text)
                .map(b ->
                        b.length == IPV4_BYTES
                                ? NetUtil.bytesToIpAddress(b)
                                : HexFormat.of().formatHex(b, 0, NETWORK_BYTES) + "::/64");
    }

    /** Whether both write the same address. */
    static boolean same(String a, String b) {
        Optional<byte[]> other = bytes(b);
        return bytes(a).filter(x -> other.filter(y -> Arrays.equals(x, y)).isPresent()).isPresent();
    }

    /** Reads an address, with or without brackets, port or zone; asks no name server. */
    private static Optional<byte[]> bytes(String text) {
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(bare(text));
        return Optional.ofNullable(bytes).map(b -> isMapped(b) ? lastFour(b) : b);
    }

    private static String bare(String text) {
        String address = text.strip();
        if (address.length() > 1 && address.startsWith("\"") && address.endsWith("\"")) {
            address = address.substring(1, address.length() - 1);
        }
        if (address.startsWith("[")) {
            int end = address.indexOf(']');
            return end < 0 ? "" : address.substring(1, end);
        }
        int colon = address.indexOf(':');
        boolean onePort = colon > 0 && colon == address.lastIndexOf(':');
        return onePort ? address.substring(0, colon) : address;
    }

    /** IPv4 written as IPv6: ten bytes of zeros, two of ones. */
    private static boolean isMapped(byte[] b) {
        if (b.length != IPV6_BYTES) {
            return false;
        }
        for (int i = 0; i < MAPPED_ZEROS; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return b[MAPPED_ZEROS] == -1 && b[MAPPED_ZEROS + 1] == -1;
    }

    private static byte[] lastFour(byte[] b) {
        return Arrays.copyOfRange(b, IPV6_BYTES - IPV4_BYTES, IPV6_BYTES);
    }
}
