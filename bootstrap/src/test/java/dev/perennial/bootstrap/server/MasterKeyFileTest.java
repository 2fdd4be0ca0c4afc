package dev.perennial.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {

    @TempDir
    Path data;

    @Test
    void theFirstStartMakesAKeyAndLaterOnesFindIt() {
        byte[] made = new MasterKeyFile(data).load(false).bytes();

        assertThat(new MasterKeyFile(data).load(true).bytes()).isEqualTo(made).hasSize(32);
    }

    @Test
    void aLostKeyIsNotReplacedByAnother() {
        assertThatThrownBy(() -> new MasterKeyFile(data).load(true))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PERENNIAL_MASTER_KEY");
        assertThat(Files.exists(data.resolve("master.key"))).isFalse();
    }
}
