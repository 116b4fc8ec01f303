package org.mainforte.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The file system {@code full:}, which takes nothing more while {@link #FULL} is set. */
public final class FullDisk extends FilePathWrapper {
    static final AtomicBoolean FULL = new AtomicBoolean();

    static void register() {
        FilePath.register(new FullDisk());
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel there;

        Channel(FileChannel there) {
            this.there = there;
        }

        private static void room() throws IOException {
            if (FULL.get()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return there.read(into, at);
        }

        @Override
        public int write(ByteBuffer from, long at) throws IOException {
            room();
            return there.write(from, at);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            room();
            there.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return there.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            there.force(metaData);
        }

        @Override
        public FileLock tryLock(long at, long size, boolean shared) throws IOException {
            return there.tryLock(at, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            there.close();
        }
    }
}
