package org.mainforte.knowledge.index;

/** A section that fits a query; the score is for ordering only. */
public record RankedSection(String anchor, double score) {}
