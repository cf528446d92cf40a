package org.shangbao.client.data;

import java.util.List;

/**
 * What a store is opened with besides its folder; programs take {@link #USUAL}, proofs their own.
 *
 * @param disk   where everything is written
 * @param faults told of every step
 * @param steps  schema of the database
 */
record StoreSettings(Disk disk, Faults faults, List<String> steps) {
    static final StoreSettings USUAL = new StoreSettings(Disk.SYSTEM, Faults.NONE, Database.STEPS);
}
