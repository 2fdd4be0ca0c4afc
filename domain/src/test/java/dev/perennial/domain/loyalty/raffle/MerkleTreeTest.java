package dev.perennial.domain.loyalty.raffle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(UTF_8)))
                .toList();
    }

    /** The root of the tree over nothing and over one empty leaf, as RFC 6962 has them. */
    @Test
    void isTheTreeOfTheStandard() {
        assertThat(MerkleTree.root(List.of()).hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.root(List.of(MerkleTree.leaf(new byte[0]))).hex())
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 100})
    void everyLeafIsProven(int size) {
        List<Hash> leaves = leaves(size);
        Hash root = MerkleTree.root(leaves);
        for (int line = 0; line < size; line++) {
            List<Hash> path = MerkleTree.path(leaves, line);
            assertThat(climbed(leaves.get(line), line, size, path)).isEqualTo(root);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_023, 1_024, 1_025, 2_048, 2_049, 3_000, 5_000})
    void theTreeOverBlocksIsTheWholeTree(int size) {
        List<Hash> leaves = leaves(size);
        List<Hash> blocks = new ArrayList<>();
        for (int from = 0; from < size; from += MerkleTree.BLOCK) {
            blocks.add(MerkleTree.root(leaves.subList(from, Math.min(from + MerkleTree.BLOCK, size))));
        }
        assertThat(MerkleTree.root(blocks)).isEqualTo(MerkleTree.root(leaves));

        int line = size - 1;
        int block = line / MerkleTree.BLOCK;
        List<Hash> path = new ArrayList<>(
                MerkleTree.path(leaves.subList(block * MerkleTree.BLOCK, size), line % MerkleTree.BLOCK));
        path.addAll(MerkleTree.path(blocks, block));
        assertThat(path).isEqualTo(MerkleTree.path(leaves, line));
    }

    /** As docs/raffles.md says it, which is another way than the tree itself is made. */
    private static Hash climbed(Hash leaf, int line, int members, List<Hash> path) {
        Hash hash = leaf;
        int last = members - 1;
        for (Hash beside : path) {
            if (line % 2 == 1 || line == last) {
                hash = Hash.sha256(new byte[] {1}, beside.bytes(), hash.bytes());
                while (line % 2 == 0 && line != 0) {
                    line /= 2;
                    last /= 2;
                }
            } else {
                hash = Hash.sha256(new byte[] {1}, hash.bytes(), beside.bytes());
            }
            line /= 2;
            last /= 2;
        }
        assertThat(last).isZero();
        return hash;
    }
}
