/** The search over HTTP, and the articles as pages anybody may read. */
@NullMarked
package org.mainforte.knowledge.web;

import org.jspecify.annotations.NullMarked;
