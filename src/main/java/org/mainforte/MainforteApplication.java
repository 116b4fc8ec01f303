package org.mainforte;

import java.time.Clock;
import org.mainforte.kernel.ActingClock;
import org.mainforte.markdown.Import;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Mainforte. Every room of the house is a package beside this class; {@code kernel} is open to all of them. Two rooms may
 * use one name, hence the whole names of beans.
 */
@Modulithic(systemName = "Mainforte", sharedModules = "kernel")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class MainforteApplication {
    public static void main(String[] args) {
        if (Import.isAsked(args)) {
            System.exit(Import.run(args, System.out));
        }
        SpringApplication.run(MainforteApplication.class, args);
    }

    /** The one clock; everything that asks for the time gets it here. */
    @Bean
    Clock clock() {
        return new ActingClock(Clock.systemUTC());
    }
}
