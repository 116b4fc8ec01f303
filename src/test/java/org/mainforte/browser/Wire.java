package org.mainforte.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** A line between the browser and the product that breaks where it is told to: TCP, byte by byte, on loopback. */
final class Wire implements AutoCloseable {
    /** Words may come in two pieces, so the end of the last piece is kept; in bytes. */
    private static final int REMEMBERED = 200;

    private final ServerSocket entrance;
    private final URI product;
    /** What an answer must contain for its connection to break right behind it; empty when all goes on. */
    private final AtomicReference<String> breakAfter = new AtomicReference<>("");

    Wire(String base) {
        product = URI.create(base);
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String base() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** The connection over which the product next says these words is cut before it can say more. */
    void breaksAfter(String words) {
        breakAfter.set(words);
    }

    boolean hasBroken() {
        return breakAfter.get().isEmpty();
    }

    private void accept() {
        try {
            while (true) {
                Socket browser = entrance.accept();
                Socket server = new Socket(product.getHost(), product.getPort());
                Thread.ofVirtual().start(() -> carry(browser, server, false));
                Thread.ofVirtual().start(() -> carry(server, browser, true));
            }
        } catch (IOException closed) {
            // the test is over, and with it this line
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var said = new StringBuilder();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                said.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                int end = answers ? breakIn(said) : -1;
                if (end >= 0) {
                    out.write(bytes, 0, Math.max(count - (said.length() - end), 0));
                    return;
                }
                out.write(bytes, 0, count);
                said.delete(0, Math.max(0, said.length() - REMEMBERED));
            }
        } catch (IOException gone) {
            // one of the two hung up; closing both tells the other
        }
    }

    /** Where to break what was said; -1 when it goes on. Of several connections only one breaks. */
    private int breakIn(StringBuilder said) {
        String words = breakAfter.get();
        int begin = words.isEmpty() ? -1 : said.indexOf(words);
        return begin >= 0 && breakAfter.compareAndSet(words, "") ? begin + words.length() : -1;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
