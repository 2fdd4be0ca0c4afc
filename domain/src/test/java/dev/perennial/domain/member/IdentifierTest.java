package dev.perennial.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "CARD,  '4012-8888 8888 1881', 4012888888881881",
        "CARD,  aB12,                  aB12",
        "PHONE, '+49 (30) 123-45.67',  +49301234567",
        "PHONE, +1/212/5550100,        +12125550100",
        "EMAIL, ' Ada@Example.ORG ',   ada@example.org",
    })
    void howItIsWrittenDoesNotMatter(IdentifierKind kind, String written, String value) {
        assertThat(Identifier.of(kind, "", written)).contains(new Identifier(kind, "", value));
    }

    @ParameterizedTest
    @CsvSource({
        "CARD, 123",
        "CARD, '---'",
        "CARD, 40ß1",
        "CARD, 4012_8888",
        "PHONE, 030 1234567",
        "PHONE, 004930123456",
        "PHONE, +0301234567",
        "PHONE, +12345",
        "PHONE, +1234567890123456",
        "PHONE, +49301234O7",
        "EMAIL, ada",
        "EMAIL, ada@",
        "EMAIL, a b@example.org",
        "EMAIL, ada@example..org",
    })
    void whatIsNotOfTheKindIsNone(IdentifierKind kind, String written) {
        assertThat(Identifier.of(kind, "", written)).isEmpty();
    }

    @Test
    void onlyACustomOneHasANameAndItMustHaveOne() {
        assertThat(Identifier.of(IdentifierKind.CUSTOM, "badge", " X 1 "))
                .contains(new Identifier(IdentifierKind.CUSTOM, "badge", "X 1"));
        assertThat(Identifier.of(IdentifierKind.CUSTOM, "", "X1")).isEmpty();
        assertThat(Identifier.of(IdentifierKind.CUSTOM, "Badge", "X1")).isEmpty();
        assertThat(Identifier.of(IdentifierKind.CUSTOM, "badge", "   ")).isEqualTo(Optional.empty());
        assertThat(Identifier.of(IdentifierKind.CARD, "badge", "12345")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12345678, 5678", "1234567, 567", "1234, 34"})
    void neverMoreThanHalfOfItIsShown(String card, String shown) {
        assertThat(Identifier.of(IdentifierKind.CARD, "", card).orElseThrow().lastCharacters())
                .isEqualTo(shown);
    }

    @Test
    void isNotPrinted() {
        assertThat(Identifier.of(IdentifierKind.CARD, "", "12345678")
                        .orElseThrow()
                        .toString())
                .doesNotContain("5678");
    }
}
