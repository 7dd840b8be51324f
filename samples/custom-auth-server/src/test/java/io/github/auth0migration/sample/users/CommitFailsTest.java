package io.github.auth0migration.sample.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import io.github.auth0migration.trickle.SignInOutcome;
import io.github.auth0migration.trickle.TrickleMigration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** No driver can be made to fail at commit on demand, so this one is played. */
class CommitFailsTest {

    private final DataSource dataSource = mock(DataSource.class);
    private final Connection connection = mock(Connection.class);

    private SignInOutcome signInWhenCommitFails(SQLException failure) throws SQLException {
        PreparedStatement statement = mock(PreparedStatement.class);
        ResultSet nobody = mock(ResultSet.class);
        when(dataSource.getConnection()).thenReturn(connection);
        when(connection.prepareStatement(anyString())).thenReturn(statement);
        when(statement.executeQuery()).thenReturn(nobody);
        when(statement.executeUpdate()).thenAnswer(inserted -> {
            doThrow(failure).when(connection).commit();
            return 1;
        });
        JdbcUserStore users = new JdbcUserStore(dataSource, TestDatabase.QUICK_PASSWORDS);
        return TrickleMigration.from(TestPlatform.with(TestPlatform.person("okta|ada", "ada@example.com", "ada")))
                .to(users)
                .build()
                .signIn(LoginRequest.of("ada@example.com", Marked.PASSWORD));
    }

    @Test
    void nobodyIsSignedInWhenTheCommitFails() throws SQLException {
        SignInOutcome outcome = signInWhenCommitFails(new SQLException("connection lost: " + Marked.PASSWORD, "08006"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SignInOutcome.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.failure().detail()).contains("08006"));
        SecretScan.clean(outcome);
        verify(connection).rollback();
    }

    @Test
    void aRollbackThatFailsTooChangesNothing() throws SQLException {
        doThrow(new SQLException("gone", "08003")).when(connection).rollback();
        assertThat(signInWhenCommitFails(new SQLException("connection lost", "08006")))
                .isInstanceOf(SignInOutcome.Unavailable.class);
    }
}
