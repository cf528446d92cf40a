package org.shangbao.client.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;
import org.shangbao.wire.v1.WireJson;

/** Everything of an office in a form that any program can read ({@code docs/formats/export-v1.md}); not encrypted, without secrets. */
final class StoreExport {
    private StoreExport() {}

    /** First entry of the file. */
    record About(String format, int version, long seq, List<String> tables) {}

    static long write(H2OfficeStore store, Path target) throws ReportingException {
        return store.onStoreThread(() -> {
            try (OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                List<Table> tables = java.util.Arrays.stream(Table.values()).filter(table -> table != Table.ACCOUNT_SECRET).toList();
                entry(zip, "export.json", WireJson.write(new About("shangbao-export", 1, store.lastSequenceOnStoreThread(),
                        tables.stream().map(Table::sqlName).toList())));
                long rows = 0;
                for (Table table : tables) {
                    zip.putNextEntry(new ZipEntry("tables/" + table.sqlName() + ".jsonl"));
                    for (Tables.Row row : store.tablesOnStoreThread().select(table, Map.of(), List.of())) {
                        zip.write(WireJson.write(row.values()));
                        zip.write('\n');
                        rows++;
                    }
                    zip.closeEntry();
                }
                return rows;
            } catch (FileAlreadyExistsException e) {
                throw new ReportingException(ErrorCode.FILE_UNREADABLE, Map.of("file", String.valueOf(target.getFileName())), e);
            } catch (IOException | SQLException e) {
                throw DataFolder.notWritable(e);
            }
        });
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
