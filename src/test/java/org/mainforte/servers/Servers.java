package org.mainforte.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers of {@code src/test/servers}, each started once. A script stops its server when its input ends, so nothing is left
 * behind even when the JVM is killed.
 */
public final class Servers {
    private static final Map<String, Running> STARTED = new ConcurrentHashMap<>();

    private Servers() {}

    /** A running server: what its script told about it, and its process groups. */
    public static final class Running {
        private final Process script;
        private final Map<String, String> facts;
        private final List<String> groups;

        private Running(Process script, Map<String, String> facts, List<String> groups) {
            this.script = script;
            this.facts = facts;
            this.groups = groups;
        }

        /** A fact its script told, for instance {@code url}. */
        public String get(String name) {
            String value = facts.get(name);
            if (value == null) {
                throw new AssertionError("The script did not tell \"" + name + "\" but " + facts.keySet());
            }
            return value;
        }

        /** Stops every process of the server where it stands, as a machine does that has no more time for it. */
        public void freeze() {
            signal("STOP");
        }

        public void thaw() {
            signal("CONT");
        }

        private void signal(String name) {
            try {
                for (String group : groups) {
                    new ProcessBuilder("kill", "-" + name, "--", "-" + group)
                            .inheritIO()
                            .start()
                            .waitFor();
                }
            } catch (IOException noKill) {
                throw new UncheckedIOException(noKill);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public static Running requestTracker() {
        return running("request-tracker");
    }

    public static Running redmine() {
        return running("redmine");
    }

    public static Running radicale() {
        return running("radicale");
    }

    public static Running davical() {
        return running("davical");
    }

    private static Running running(String name) {
        return STARTED.computeIfAbsent(name, Servers::start);
    }

    private static Running start(String name) {
        Path folder = Path.of(
                "target", "servers", name + "-" + ProcessHandle.current().pid());
        try {
            Process script = new ProcessBuilder(
                            "src/test/servers/" + name, folder.toString(), String.valueOf(freePort()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return read(name, script);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Running read(String name, Process script) throws IOException {
        Map<String, String> facts = new HashMap<>();
        List<String> groups = new ArrayList<>();
        BufferedReader lines = script.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return new Running(script, facts, groups);
            }
            String[] fact = line.split("=", 2);
            if (fact[0].equals("group")) {
                groups.add(fact[1]);
            } else {
                facts.put(fact[0], fact[1]);
            }
        }
        throw new AssertionError(
                "The server " + name + " did not start: its script says why above. If it is not installed, "
                        + "run src/test/servers/install as root on Debian 12");
    }

    /** A port nobody listens on now. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
