package org.mainforte;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code durable:} of the embedded database. H2 writes a commit to its file but never forces it, so that a power
 * cut may take back what was acknowledged; here every write is on the disk when it returns (POSIX {@code O_DSYNC}, synchronized
 * I/O data integrity completion). H2 makes one for each path, hence the public constructor.
 */
public final class DurableFile extends FilePathWrapper {
    /** Makes {@code jdbc:h2:durable:…} known. Call it before the database is opened; calling it again does no harm. */
    static void register() {
        FilePath.register(new DurableFile());
    }

    @Override
    public String getScheme() {
        return "durable";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return getBase().open(mode.equals("rw") ? "rwd" : mode);
    }
}
