package org.shangbao.client.ui.paper;

import java.util.ArrayList;
import java.util.List;

import org.shangbao.client.application.paper.LinkMode;
import org.shangbao.client.application.paper.PaperService.PaperState;
import org.shangbao.client.application.paper.PaperService.Sending;
import org.shangbao.client.application.store.SentAs;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Text;

/** What is sent, how large it is and how long it takes, in words. */
final class SendingWords {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private SendingWords() {}

    static List<PaperViewModel.Size> sizes(PaperState state) {
        List<PaperViewModel.Size> sizes = new ArrayList<>();
        sizes.add(size("paper.size.data", state.dataSize(), state.sending()));
        sizes.add(state.scanSize() == 0
                ? new PaperViewModel.Size(Text.of("paper.size.scan"), "", Text.NONE)
                : size("paper.size.scan", state.scanSize(), state.sending()));
        return sizes;
    }

    private static PaperViewModel.Size size(String key, long bytes, Sending sending) {
        return new PaperViewModel.Size(Text.of(key), Formats.size(bytes), time(sending.seconds(bytes)));
    }

    /** About how long, no finer than anybody can tell beforehand. */
    static Text time(long seconds) {
        if (seconds < MINUTE) {
            return Text.of("paper.time.seconds", seconds);
        }
        return seconds < HOUR
                ? Text.of("paper.time.minutes", (seconds + MINUTE / 2) / MINUTE)
                : Text.of("paper.time.hours", seconds / HOUR, seconds % HOUR / MINUTE);
    }

    static PaperViewModel.Way way(Sending sending) {
        Text basis = Text.of(sending.measured() ? "paper.speed.measured" : "paper.speed.assumed", speed(sending.bytesPerSecond()));
        SentAs sentAs = sending.sentAs();
        Text made = sentAs == null
                ? Text.NONE
                : sending.fellBack()
                        ? Text.of("paper.sent.fellBack." + sentAs.name(), Formats.size(sending.originalSize()))
                        : Text.of("paper.sent." + sentAs.name(), Formats.size(sending.originalSize()));
        return new PaperViewModel.Way(sending.link() == LinkMode.SLOW, basis, made);
    }

    private static String speed(long bytesPerSecond) {
        long kilobits = Math.max(1, bytesPerSecond * 8 / 1000);
        return kilobits < 1000 ? kilobits + " kbit/s" : kilobits / 1000 + " Mbit/s";
    }
}
