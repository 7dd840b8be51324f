package io.github.auth0migration.trickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.trickle.UserStore.AlreadyExists;
import io.github.auth0migration.trickle.UserStore.Created;
import io.github.auth0migration.trickle.UserStore.Deleted;
import io.github.auth0migration.trickle.UserStore.Found;
import io.github.auth0migration.trickle.UserStore.NotFound;
import org.junit.jupiter.api.Test;

class InMemoryUserStoreTest extends UserStoreContract {

    private final InMemoryUserStore store = new InMemoryUserStore();

    @Override
    UserStore store() {
        return store;
    }

    @Override
    void delete(String userId) {
        store.delete(userId);
    }

    @Test
    void whoChangesTheirAddressIsFoundByTheNewOneOnly() {
        create("1", "ann@x.example", "ann");

        store.changeEmail("1", "Ann@new.example");

        StoredUser ann = ((Found) find("ann@NEW.example")).user();
        assertThat(ann.email()).isEqualTo("Ann@new.example");
        assertThat(ann.profile()).containsEntry("email", "Ann@new.example");
        assertThat(find("ann")).isEqualTo(new Found(ann));
        assertThat(find("ann@x.example")).isEqualTo(new NotFound());
        assertThat(create("2", "ann@new.example", null)).isEqualTo(new AlreadyExists());
        assertThat(create("2", "ann@x.example", null)).isInstanceOf(Created.class);
        assertThat(store.size()).isEqualTo(2);
    }

    @Test
    void anAddressMayChangeItsCase() {
        create("1", "ann@x.example", null);

        store.changeEmail("1", "ANN@x.example");

        assertThat(find("ann@x.example")).isInstanceOf(Found.class);
    }

    @Test
    void noOneTakesSomebodyElsesAddress() {
        create("1", "ann@x.example", null);
        create("2", "bob@x.example", null);

        assertThatThrownBy(() -> store.changeEmail("2", "ANN@x.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("taken")
                .hasMessageNotContaining("x.example");
        assertThat(((Found) find("ann@x.example")).user().userId()).isEqualTo("1");
        assertThat(((Found) find("bob@x.example")).user().userId()).isEqualTo("2");
    }

    @Test
    void whoChangedTheirAddressAndIsDeletedLeavesATombstoneAtTheNewOne() {
        create("1", "ann@x.example", null);
        store.changeEmail("1", "ann@new.example");
        store.delete("1");

        assertThat(find("ann@new.example")).isEqualTo(new Deleted());
        assertThat(store.find(UserKey.ofUserId("1"), Deadline.standard())).isEqualTo(new Deleted());
        assertThat(store.size()).isZero();
    }
}
