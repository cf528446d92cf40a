/**
 * What the machine runs over a report: the expression language of the rules and its evaluation.
 *
 * <h2>The rule language</h2>
 * A rule is one condition that must hold. It is data of a form edition; nothing in it can be executed, loop or reach outside.
 * <pre>
 * condition  = disjunction [ "implies" condition ]
 * disjunction= conjunction { "or" conjunction }
 * conjunction= comparison { "and" comparison }
 * comparison = sum [ ( "=" | "!=" | "&lt;=" | "&lt;" | "&gt;=" | "&gt;" ) sum ]
 * sum        = product { ( "+" | "-" ) product }
 * product    = operand { ( "*" | "/" ) operand }
 * operand    = number | "{" figure "}" | "{x}" | parameter | function | "(" condition ")"
 * </pre>
 * A figure is written by its code, <code>{3.4.2}</code>; <code>{x}</code> is the figure at hand of a rule that is asked for each figure of
 * a list; a bare word such as {@code jumpPercent} is a parameter of the edition. Numbers are decimal, never binary.
 * <table>
 * <caption>Functions</caption>
 * <tr><td><code>filled({3.4.2})</code></td><td>the figure has a value, 0 included, or is not applicable</td></tr>
 * <tr><td><code>attached({2.1})</code></td><td>the item has at least one file</td></tr>
 * <tr><td><code>narrated({2.1})</code></td><td>the item has a text</td></tr>
 * <tr><td><code>designated({2.6})</code></td><td>the unit is designated for the item</td></tr>
 * <tr><td>{@code scanAccepted()}</td><td>a scan of exactly this revision was accepted</td></tr>
 * <tr><td><code>length({6.1})</code></td><td>characters of the item's text, spaces not counted</td></tr>
 * <tr><td><code>previous({2.2.1})</code></td><td>the figure in the latest approved earlier period</td></tr>
 * <tr><td>{@code sameYear()}</td><td>that period lies in the same calendar year</td></tr>
 * <tr><td>{@code samePlan()}</td><td>that period lies in the same calendar year, or the edition names a plan year and neither period lies
 * after it (目前已… counts towards that plan)</td></tr>
 * <tr><td>{@code month()}</td><td>month of the period, 1 to 12</td></tr>
 * <tr><td>{@code abs(n)}</td><td>magnitude</td></tr>
 * </table>
 *
 * <h2>Evaluation is strict</h2>
 * Both sides of every operator are evaluated. If anything that a rule mentions is not there, the outcome is "cannot be evaluated", never a
 * pass, even where the other side alone would decide. Not there is: a figure that is missing or not applicable (only {@code filled} takes
 * these two as an answer), an earlier report or a figure in it, the length of a text that was not written, a division by zero, and whatever
 * the {@link org.shangbao.model.check.CheckContext} does not know: figures, texts or files that have not been loaded, the list of
 * designations, the state of the scan. Quotients carry 34 significant digits, rounded half-even; all else is exact.
 */
@NullMarked
package org.shangbao.model.check;

import org.jspecify.annotations.NullMarked;
