package org.mainforte.knowledge.embedding;

/**
 * A topic near a question in meaning.
 *
 * @param likeness cosine of the angle between the question's vector and the nearest of the topic's, from -1 to 1; only comparable
 *     within one model
 */
public record Near(String topic, double likeness) {}
