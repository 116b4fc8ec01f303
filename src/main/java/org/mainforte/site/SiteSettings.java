package org.mainforte.site;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param knowledgeBase the folder that holds {@code sites/} */
@ConfigurationProperties("mainforte")
record SiteSettings(@DefaultValue("knowledge-base") Path knowledgeBase) {}
