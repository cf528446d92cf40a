package org.shangbao.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

/** Reads text files from offices: UTF-8 with or without mark, else the Chinese encoding of older spreadsheets. */
final class TextFile {
    private static final int MOST_BYTES = 2 << 20;
    private static final Charset CHINESE = Charset.forName("GB18030");

    private TextFile() {}

    static String read(Path file) throws ReportingException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (bytes.length > MOST_BYTES) {
            throw unreadable(file, null);
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            try {
                return CHINESE.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException neither) {
                throw unreadable(file, neither);
            }
        }
    }

    private static ReportingException unreadable(Path file, @org.jspecify.annotations.Nullable Exception cause) {
        return new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(file.getFileName())), cause);
    }
}
