package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.EmailVerificationPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressWordTest {

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, FROM_SOURCE, true",
        "VERIFIED, ASSUME_VERIFIED, true",
        "VERIFIED, ASSUME_UNVERIFIED, false",
        "UNVERIFIED, FROM_SOURCE, false",
        "UNVERIFIED, ASSUME_VERIFIED, false",
        "UNVERIFIED, ASSUME_UNVERIFIED, false",
        "UNKNOWN, FROM_SOURCE, false",
        "UNKNOWN, ASSUME_VERIFIED, true",
        "UNKNOWN, ASSUME_UNVERIFIED, false"
    })
    void policyDecides(AddressWord word, EmailVerificationPolicy policy, boolean verified) {
        assertThat(word.isVerified(policy)).isEqualTo(verified);
    }
}
