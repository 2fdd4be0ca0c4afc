package dev.perennial.domain.loyalty.raffle;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, over hashes of leaves. Leaves and nodes are hashed with different first bytes, so
 * that no node can be passed off as a leaf.
 *
 * <p>A tree is split where the largest power of two below its size is. So each {@link #BLOCK} leaves from the beginning
 * are a tree of their own, and the tree over the roots of these blocks has the root of the whole: a long list is hashed
 * and proven block by block.
 */
public final class MerkleTree {

    /** How many leaves a block has; a power of two. Only the last block may have fewer. */
    public static final int BLOCK = 1_024;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static Hash leaf(byte[] line) {
        return Hash.sha256(LEAF, line);
    }

    /** The root over leaves, or over the roots of blocks; SHA-256 of nothing when there are none. */
    public static Hash root(List<Hash> hashes) {
        return switch (hashes.size()) {
            case 0 -> Hash.sha256();
            case 1 -> hashes.getFirst();
            default -> {
                int split = split(hashes.size());
                yield node(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
            }
        };
    }

    /** What has to be hashed with a leaf, one after the other from the bottom, to come to the root. */
    public static List<Hash> path(List<Hash> hashes, int index) {
        List<Hash> path = new ArrayList<>();
        climb(hashes, index, path);
        return path;
    }

    private static void climb(List<Hash> hashes, int index, List<Hash> path) {
        if (hashes.size() < 2) {
            return;
        }
        int split = split(hashes.size());
        List<Hash> left = hashes.subList(0, split);
        List<Hash> right = hashes.subList(split, hashes.size());
        if (index < split) {
            climb(left, index, path);
            path.add(root(right));
        } else {
            climb(right, index - split, path);
            path.add(root(left));
        }
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.bytes(), right.bytes());
    }
}
