package palabre.log.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;

/** Keys of 256 bits, a file each, readable by the owner alone, on the disk before they are used. */
public final class KeyFiles {
    private static final int KEY_BYTES = 32;

    private final Path dir;

    public KeyFiles(Path dir) throws IOException {
        this.dir = dir;
        Files.createDirectories(dir);
        if (posix()) {
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
        }
    }

    public Optional<byte[]> find(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException("key file " + file + " has " + key.length + " bytes, not 32");
        }
        return Optional.of(key);
    }

    public byte[] findOrCreate(String name) throws IOException {
        Optional<byte[]> found = find(name);
        if (found.isPresent()) {
            return found.get();
        }
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = dir.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (posix()) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
        return key;
    }

    /** When the key was made, in milliseconds since 1970. */
    public long createdMs(String name) throws IOException {
        return Files.getLastModifiedTime(file(name)).toMillis();
    }

    /** Overwrites the key, then removes it. */
    public void destroy(String name) throws IOException {
        Path file = file(name);
        if (Files.exists(file)) {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(new byte[KEY_BYTES]));
                out.force(true);
            }
            Files.delete(file);
            forceDirectory();
        }
    }

    private Path file(String name) {
        return dir.resolve(name + ".key");
    }

    private void forceDirectory() throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean posix() {
        return dir.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
