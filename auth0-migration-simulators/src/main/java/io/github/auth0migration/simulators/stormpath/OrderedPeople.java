package io.github.auth0migration.simulators.stormpath;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * Stored people and a crowd as one list, which holds the stored ones only. The crowd comes behind them, or, where the order
 * goes by time, between them.
 */
final class OrderedPeople extends AbstractList<StormpathPerson> implements RandomAccess {

    private final List<StormpathPerson> stored;
    private final int[] places;
    private final Crowd crowd;
    private final AccountOrder order;

    OrderedPeople(List<StormpathPerson> stored, Crowd crowd, AccountOrder order) {
        this.stored = stored.stream().sorted(order.comparator()).toList();
        this.crowd = crowd;
        this.order = order;
        this.places = IntStream.range(0, stored.size())
                .map(at -> at + (order.byTime() ? crowdBefore(this.stored.get(at)) : 0))
                .toArray();
    }

    @Override
    public int size() {
        return stored.size() + crowd.size();
    }

    @Override
    public StormpathPerson get(int place) {
        int at = Arrays.binarySearch(places, place);
        // Not found, it is -(how many stored people come before) - 1.
        return at >= 0 ? stored.get(at) : ofCrowd(place + at + 1);
    }

    private StormpathPerson ofCrowd(int place) {
        return crowd.get(order.descending() ? crowd.size() - 1 - place : place);
    }

    private int crowdBefore(StormpathPerson person) {
        int low = 0;
        int high = crowd.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.comparator().compare(ofCrowd(middle), person) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
