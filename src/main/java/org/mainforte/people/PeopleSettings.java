package org.mainforte.people;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the whole product that sign-in needs.
 *
 * @param dataDir where everything is kept that must survive a restart
 * @param demoAnywhere says yes to a demo that other machines can reach
 */
@ConfigurationProperties("mainforte")
public record PeopleSettings(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("false") boolean demoAnywhere) {}
