/**
 * The edition format {@code shangbao-edition/1}: a form edition as one JSON document, told in {@code docs/formats/edition-v1.md}, with its
 * JSON Schema and the official first edition as resources of this package. An edition comes from outside: it is read under bounds of size
 * and nesting, every fault is refused with its place, and nothing in it is executed.
 */
@NullMarked
package org.shangbao.wire.v1.edition;

import org.jspecify.annotations.NullMarked;
