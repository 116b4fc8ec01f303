package org.mainforte.appointment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server (RFC 5321) in a bad mood. */
final class SmtpDouble implements AutoCloseable {
    enum Mood {
        /** Lets in, and never says a word: a process that stands still. */
        FROZEN,
        /** Takes a mail, and goes away without saying so. */
        CUT_AFTER_DATA,
        /** Not now (greylisting, RFC 6647). */
        LATER,
        /** No such mailbox. */
        NEVER,
        /** The mailbox is right, the mail is not: refused after it was sent. */
        NOT_THIS_MAIL,
        KIND
    }

    final List<String> mails = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Mood mood;
    private volatile int visits;

    SmtpDouble(Mood mood) {
        this.mood = mood;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void becomes(Mood now) {
        mood = now;
    }

    int visits() {
        return visits;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                visits++;
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            OutputStream out = client.getOutputStream();
            if (mood == Mood.FROZEN) {
                client.getInputStream().read();
                return;
            }
            say(out, "220 here");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line.split("[ :]", 2)[0]) {
                    case "RCPT" -> say(out, recipient());
                    case "DATA" -> {
                        say(out, "354 go on");
                        mails.add(data(lines));
                        if (mood == Mood.CUT_AFTER_DATA) {
                            return;
                        }
                        say(out, mood == Mood.NOT_THIS_MAIL ? "554 5.7.1 Calendars are not taken here" : "250 taken");
                    }
                    case "QUIT" -> say(out, "221 bye");
                    default -> say(out, "250 fine");
                }
            }
        } catch (IOException gone) {
            // the client had enough
        }
    }

    private String recipient() {
        return switch (mood) {
            case LATER -> "451 4.7.1 Greylisted, come back later";
            case NEVER -> "550 5.1.1 No such mailbox";
            default -> "250 fine";
        };
    }

    private static String data(BufferedReader lines) throws IOException {
        var mail = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
