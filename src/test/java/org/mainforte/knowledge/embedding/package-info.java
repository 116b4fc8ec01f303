@NullMarked
package org.mainforte.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
