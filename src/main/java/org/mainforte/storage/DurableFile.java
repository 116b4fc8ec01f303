package org.mainforte.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The file system {@code durable:} of the embedded database. H2 writes a commit to its file but never forces it, so that a power
 * cut may take back what was acknowledged; this one knows the file, so that {@link DurableTransactions} can. H2 makes one
 * object for each path, hence the public constructor.
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
        FileChannel channel = getBase().open(mode);
        if (mode.startsWith("rw") && name.endsWith(".mv.db")) {
            DiskBarrier.raiseFor(Path.of(getBase().toString()));
        }
        return channel;
    }
}
