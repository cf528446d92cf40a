package org.shangbao.client.ui.shell;

import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Dialogs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Messages;

/**
 * What a screen is built from.
 *
 * @param services  use cases; for ViewModels
 * @param office    the office, read once at the start
 * @param messages  texts
 * @param formats   numbers and dates
 * @param controls  parts
 * @param dialogs   questions
 * @param navigator opens other screens
 * @param work      runs what a person waits for and shows it
 */
public record UiContext(UiServices services, Office office, Messages messages, Formats formats, Controls controls, Dialogs dialogs,
        Navigator navigator, LongWork work) {}
