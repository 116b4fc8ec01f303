package org.mainforte.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stands before a real server, whatever it speaks, and holds the bytes at a named point: the test learns that the point is
 * reached, and does there what it wants, for instance kill the client.
 */
public final class Sluice implements AutoCloseable {
    /** Where to hold. */
    public enum Point {
        OPEN,
        /** The server does not get the end of the request, ever. */
        BEFORE_SEND,
        /** The server has the whole request; what it answers is held. */
        AFTER_SEND,
        /** The server has done it and has answered; the answer is held. */
        AFTER_ANSWER,
        /** The server gets the request, then both sides lose the connection. */
        CUT_AFTER_SEND,
        /** Nothing passes, nothing is told. */
        FROZEN,
        /** No connection is let in, those that were are lost. */
        DOWN
    }

    private static final int LONGEST_WORDS = 200;

    private final int target;
    private final String words;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger reached = new AtomicInteger();
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Point point = Point.OPEN;

    /** @param words what the end of a request contains that is to be held */
    public Sluice(int target, String words) {
        this.target = target;
        this.words = words;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void at(Point now) {
        lock.lock();
        try {
            point = now;
            reached.set(0);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        if (now == Point.DOWN) {
            sockets.forEach(Sluice::close);
        }
    }

    /** How often the point was reached since it was set. */
    public int reached() {
        return reached.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (point == Point.DOWN) {
            close(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            var way = new Way(client, server);
            threads.execute(way::answers);
            way.requests();
        } catch (IOException gone) {
            close(client);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // it is closed
        }
    }

    private void waitWhile(Point held) {
        lock.lock();
        try {
            while (point == held) {
                moved.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        at(Point.OPEN);
        close(door);
        sockets.forEach(Sluice::close);
        threads.shutdownNow();
    }

    private static void close(ServerSocket door) {
        try {
            door.close();
        } catch (IOException already) {
            // it is closed
        }
    }

    /** One connection. */
    private final class Way {
        private final Socket client;
        private final Socket server;
        private volatile Point held = Point.OPEN;
        private String last = "";

        Way(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            try (client;
                    server) {
                pass(client.getInputStream(), server.getOutputStream(), true);
            } catch (IOException over) {
                // one of them has gone
            }
        }

        void answers() {
            try (client;
                    server) {
                pass(server.getInputStream(), client.getOutputStream(), false);
            } catch (IOException over) {
                // one of them has gone
            }
        }

        private void pass(InputStream in, OutputStream out, boolean request) throws IOException {
            byte[] bytes = new byte[65_536];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                waitWhile(Point.FROZEN);
                boolean end = request && endsHere(new String(bytes, 0, count, ISO_8859_1));
                if (end && point == Point.BEFORE_SEND) {
                    reached.incrementAndGet();
                    waitWhile(Point.BEFORE_SEND);
                    return; // what was held never arrives
                }
                if (end) {
                    held = point;
                }
                if (!request && held == Point.AFTER_ANSWER) {
                    reached.incrementAndGet();
                }
                if (!request) {
                    waitWhile(held == Point.OPEN ? Point.FROZEN : held);
                    held = Point.OPEN;
                }
                out.write(bytes, 0, count);
                out.flush();
                if (end && held == Point.AFTER_SEND) {
                    reached.incrementAndGet();
                }
                if (end && held == Point.CUT_AFTER_SEND) {
                    awaitTheAnswer();
                    reached.incrementAndGet();
                    return;
                }
            }
        }

        /** The server has done it as soon as it answers; nobody hears of it, because the other direction holds it. */
        private void awaitTheAnswer() throws IOException {
            InputStream answer = server.getInputStream();
            long end = System.nanoTime() + 2_000_000_000L;
            while (answer.available() == 0 && System.nanoTime() < end && held == Point.CUT_AFTER_SEND) {
                Thread.onSpinWait();
            }
        }

        private boolean endsHere(String chunk) {
            String seen = last + chunk;
            last = seen.substring(Math.max(0, seen.length() - LONGEST_WORDS));
            if (seen.contains(words)) {
                last = "";
                return true;
            }
            return false;
        }
    }
}
