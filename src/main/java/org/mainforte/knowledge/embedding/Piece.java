package org.mainforte.knowledge.embedding;

/**
 * A text that stands for a topic; what it means is what the topic is about.
 *
 * @param topic which may have several
 */
public record Piece(String topic, String text) {}
