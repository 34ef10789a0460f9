package palabre.log.sqlite;

/** Is told of every step of a backup that is done, so that a test can stop it there. */
interface BackupProgress {
    void step();
}
