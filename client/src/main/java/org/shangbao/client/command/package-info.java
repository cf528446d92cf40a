/**
 * The client's commands, on the same use cases as the window. Output goes to the writers handed in; a failure is the register's sentence
 * with its code on standard error and the register's exit code.
 */
@NullMarked
package org.shangbao.client.command;

import org.jspecify.annotations.NullMarked;
