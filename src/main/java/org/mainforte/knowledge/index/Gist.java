package org.mainforte.knowledge.index;

/**
 * What a query speaks of, whatever is found.
 *
 * @param known how many of its words or expressions stand in some article, perhaps after a correction
 * @param foreign how many belong to subjects the assistant knows nothing about
 */
public record Gist(int known, int foreign) {}
