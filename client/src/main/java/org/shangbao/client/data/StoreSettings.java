package org.shangbao.client.data;

import java.util.List;

/**
 * What a store is opened with besides its folder; programs take {@link #USUAL}, proofs their own.
 *
 * @param disk   where everything is written
 * @param faults told of every step
 * @param steps  schema of the database
 * @param saves  saves after which the database is forced at the latest
 */
record StoreSettings(Disk disk, Faults faults, List<String> steps, int saves) {
    static final StoreSettings USUAL = new StoreSettings(Disk.SYSTEM, Faults.NONE, Database.STEPS, 200);
}
