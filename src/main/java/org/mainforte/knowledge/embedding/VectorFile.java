package org.mainforte.knowledge.embedding;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors that were paid for, in one file per model, so that a restart asks for nothing again. Records are added at the end:
 *
 * <pre>
 * size (4 bytes) · SHA-256 of the text (32) · size numbers (4 each) · CRC-32 of all that (4)
 * </pre>
 *
 * What follows a record that does not check, for instance half of one after a power cut, is dropped. A file that cannot be written
 * costs a later start its time, not a question its answer.
 */
final class VectorFile {
    private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);
    private static final int LARGEST_VECTOR = 8_192;

    private final Path file;

    /** @param model whose vectors these are; those of another cannot be compared with them */
    VectorFile(Path folder, String model) {
        this.file = folder.resolve("embeddings-" + Fingerprint.of(model).hex().substring(0, 16) + ".bin");
    }

    /** What the file has, and cuts off what does not check. */
    Map<Fingerprint, float[]> read() {
        Map<Fingerprint, float[]> vectors = new HashMap<>();
        if (!Files.exists(file)) {
            return vectors;
        }
        long good = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            long length = read(in, vectors);
            while (length > 0) {
                good += length;
                length = read(in, vectors);
            }
        } catch (IOException unreadable) {
            LOG.warn("The vectors in {} cannot be read; they are asked for again", file, unreadable);
        }
        cut(good);
        return vectors;
    }

    /** Reads one record. @return its length, 0 when there is none that checks */
    private static long read(DataInputStream in, Map<Fingerprint, float[]> into) throws IOException {
        try {
            int size = in.readInt();
            if (size < 1 || size > LARGEST_VECTOR) {
                return 0;
            }
            byte[] rest = new byte[Fingerprint.BYTES + Float.BYTES * size];
            in.readFully(rest);
            if (in.readInt() != check(size, rest)) {
                return 0;
            }
            ByteBuffer buffer = ByteBuffer.wrap(rest);
            byte[] digest = new byte[Fingerprint.BYTES];
            buffer.get(digest);
            float[] vector = new float[size];
            buffer.asFloatBuffer().get(vector);
            into.put(Fingerprint.of(digest), vector);
            return 2L * Integer.BYTES + rest.length;
        } catch (EOFException end) {
            return 0;
        }
    }

    private void cut(long good) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() > good) {
                LOG.warn("{} bytes at the end of {} do not check and are dropped", channel.size() - good, file);
                channel.truncate(good);
            }
        } catch (IOException unwritable) {
            LOG.warn("{} cannot be written", file, unwritable);
        }
    }

    void add(Map<Fingerprint, float[]> vectors) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(file, vectors, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            LOG.warn("Vectors cannot be kept in {}; after a restart they are asked for again", file, full);
        }
    }

    /** Leaves only what is still in use, when that is less than half. */
    void tidy(Map<Fingerprint, float[]> all, Collection<Fingerprint> used) {
        Map<Fingerprint, float[]> kept = new HashMap<>(all);
        kept.keySet().retainAll(used);
        if (all.size() <= 2 * kept.size() || kept.isEmpty()) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(
                    fresh,
                    kept,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            replace(fresh);
            LOG.info("{} vectors that nothing needs any more were removed from {}", all.size() - kept.size(), file);
        } catch (IOException full) {
            LOG.warn("{} cannot be tidied", file, full);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException simply) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Path file, Map<Fingerprint, float[]> vectors, StandardOpenOption... how)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            for (var each : vectors.entrySet()) {
                ByteBuffer record = record(each.getKey(), each.getValue());
                while (record.hasRemaining()) {
                    channel.write(record);
                }
            }
            channel.force(false);
        }
    }

    private static ByteBuffer record(Fingerprint text, float[] vector) {
        ByteBuffer rest = ByteBuffer.allocate(Fingerprint.BYTES + Float.BYTES * vector.length);
        rest.put(text.bytes());
        rest.asFloatBuffer().put(vector);
        return ByteBuffer.allocate(2 * Integer.BYTES + rest.capacity())
                .putInt(vector.length)
                .put(rest.array())
                .putInt(check(vector.length, rest.array()))
                .flip();
    }

    private static int check(int size, byte[] rest) {
        var sum = new CRC32();
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(size).flip());
        sum.update(rest);
        return (int) sum.getValue();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
