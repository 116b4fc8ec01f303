/** The language model: asked over HTTP, given what retrieval found, believed in nothing that was not checked. */
@NullMarked
package org.mainforte.advisor.model;

import org.jspecify.annotations.NullMarked;
