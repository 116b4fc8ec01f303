package org.mainforte.guide;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param knowledgeBase the folder that holds {@code guides/} and {@code articles/} */
@ConfigurationProperties("mainforte")
record GuideSettings(@DefaultValue("knowledge-base") Path knowledgeBase) {}
