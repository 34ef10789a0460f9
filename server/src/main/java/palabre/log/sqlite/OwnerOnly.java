package palabre.log.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * What only the server's own user may read: directories are of mode 700 and files of mode 600, also
 * those that were there before with a wider one. Windows has its own lists of who may.
 */
public final class OwnerOnly {
    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";

    private OwnerOnly() {}

    /** Makes the directory when it is missing. */
    public static Path directory(Path dir) throws IOException {
        Files.createDirectories(dir);
        allow(dir, DIRECTORY);
        return dir;
    }

    /** Makes the file, empty, when it is missing: whoever writes it finds its mode set. */
    public static Path file(Path file) throws IOException {
        try {
            if (posix(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(FILE)));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            allow(file, FILE);
        }
        return file;
    }

    /** Everything in a data directory, or in one of keys. */
    public static void everything(Path dir) throws IOException {
        try (Stream<Path> inside = Files.walk(dir, 2)) {
            for (Path path : inside.toList()) {
                restrict(path);
            }
        }
    }

    /** What has gone in the meantime, a key that was erased perhaps, needs no mode. */
    private static void restrict(Path path) throws IOException {
        try {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                allow(path, FILE);
            } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                allow(path, DIRECTORY);
            }
        } catch (NoSuchFileException e) {
            // gone
        }
    }

    private static void allow(Path path, String mode) throws IOException {
        if (posix(path)) {
            var wanted = PosixFilePermissions.fromString(mode);
            if (!Files.getPosixFilePermissions(path).equals(wanted)) {
                Files.setPosixFilePermissions(path, wanted);
            }
        }
    }

    /** What was made, moved or removed in a directory stays so. */
    static void force(Path dir) throws IOException {
        if (posix(dir)) {
            try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
