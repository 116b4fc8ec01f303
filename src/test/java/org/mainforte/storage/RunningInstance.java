package org.mainforte.storage;

import java.util.ArrayList;
import java.util.List;
import org.mainforte.MainforteApplication;
import org.mainforte.journey.Mainforte;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a port of its own, in this process. */
record RunningInstance(ConfigurableApplicationContext context) implements AutoCloseable {
    static RunningInstance start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--server.port=0");
        all.add("--spring.main.banner-mode=off");
        return new RunningInstance(SpringApplication.run(MainforteApplication.class, all.toArray(String[]::new)));
    }

    Mainforte mainforte() {
        return new Mainforte("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
