package dev.perennial.bootstrap.story.shops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.bootstrap.story.Books;
import dev.perennial.persistence.audit.Finding;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After a shop's stories the auditor goes through its books: {@code @ExtendWith(BooksBalance.class)}. */
final class BooksBalance implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(Books.audit()).allMatch(Finding::clean);
    }
}
