package org.mainforte.knowledge.index;

/** What was in the index at one moment. */
record Searchers(ClauseSearcher topics, ClauseSearcher questions, ClauseSearcher sections) {}
