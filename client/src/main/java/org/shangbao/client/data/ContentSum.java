package org.shangbao.client.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * A sum over the contents of all rows that is kept up to date row by row: the keyed digests of the rows, added in four lanes. H2 and its
 * encryption notice neither a changed bit inside a row nor a row that went missing with an older page; this does. Store thread only.
 */
final class ContentSum {
    private static final int LANES = 4;

    private final Mac mac;
    private long[] lanes = new long[LANES];
    private long[] committed = new long[LANES];

    ContentSum(DataKey key) {
        try {
            SecretKey secret = key.forUse("content", new byte[0]);
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is part of the JDK", e);
        }
    }

    void add(Table table, Map<String, @Nullable String> row) { change(table, row, 1); }

    void subtract(Table table, Map<String, @Nullable String> row) { change(table, row, -1); }

    private void change(Table table, Map<String, @Nullable String> row, int sign) {
        field(table.name());
        for (String column : table.columns()) {
            field(row.get(column));
        }
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] += sign * digest.getLong();
        }
    }

    private void field(@Nullable String value) {
        if (value == null) {
            mac.update(ByteBuffer.allocate(4).putInt(-1).flip());
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        mac.update(bytes);
    }

    /** Returns the sum as it is now, 64 hexadecimal digits. */
    String text() {
        ByteBuffer buffer = ByteBuffer.allocate(LANES * 8);
        for (long lane : lanes) {
            buffer.putLong(lane);
        }
        return HexFormat.of().formatHex(buffer.array());
    }

    /** Goes on from a sum that was stored. */
    void start(String text) {
        ByteBuffer buffer = ByteBuffer.wrap(HexFormat.of().parseHex(text));
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = buffer.getLong();
        }
        commit();
    }

    void commit() { committed = Arrays.copyOf(lanes, LANES); }

    void rollback() { lanes = Arrays.copyOf(committed, LANES); }
}
