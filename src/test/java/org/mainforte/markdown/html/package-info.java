@NullMarked
package org.mainforte.markdown.html;

import org.jspecify.annotations.NullMarked;
