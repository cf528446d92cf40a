package org.shangbao.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireJson;

/** What all commands share: where results go, in which language, and which data folder. */
final class CommandContext {
    private final ServerFolders folders;
    private final PrintWriter out;
    private final ResourceBundle texts;
    private Supplier<@Nullable Path> data = () -> null;

    CommandContext(ServerFolders folders, PrintWriter out, ResourceBundle texts) {
        this.folders = folders;
        this.out = out;
        this.texts = texts;
    }

    void dataFolder(Supplier<@Nullable Path> folder) { data = folder; }

    ServerFolders folders() { return folders; }

    PrintWriter out() { return out; }

    ResourceBundle texts() { return texts; }

    Locale locale() { return texts.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE; }

    Path data() throws ReportingException {
        Path folder = data.get();
        if (folder == null) {
            throw new ReportingException(ErrorCode.COMMAND_LINE, Map.of("detail", "--data"));
        }
        return folder;
    }

    /** True if a data folder was named. */
    boolean hasData() { return data.get() != null; }

    ServerSession open() throws ReportingException { return folders.open(data()); }

    /** Prints a line of the message file. */
    void say(String key, Object... values) {
        out.println(new MessageFormat(texts.getString(key), Locale.ROOT).format(values));
    }

    /** Prints JSON on one line. */
    void json(Object value) { out.println(new String(WireJson.write(value), StandardCharsets.UTF_8)); }

    /**
     * Reads a file of bounded size.
     *
     * @throws ReportingException FILE_UNREADABLE
     */
    static byte[] read(Path file, int most) throws ReportingException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length <= most) {
                return bytes;
            }
        } catch (IOException e) {
            throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", file.toString()), e);
        }
        throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", file.toString()));
    }
}
