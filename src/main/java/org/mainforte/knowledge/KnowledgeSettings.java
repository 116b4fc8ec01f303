package org.mainforte.knowledge;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the knowledge base is.
 *
 * @param knowledgeBase the folder that holds {@code articles}, {@code imported}, {@code guides}, {@code vocabulary} and {@code wordings}
 */
@ConfigurationProperties("mainforte")
public record KnowledgeSettings(
        @DefaultValue("knowledge-base") Path knowledgeBase) {}
