package dev.perennial.grpc.shared;

import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;

/** Paths of fields as people write them: {@code activity.purchase.lines[2].quantity}. */
final class FieldPaths {

    private FieldPaths() {}

    static String render(FieldPath path) {
        StringBuilder text = new StringBuilder();
        for (FieldPathElement element : path.getElementsList()) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            text.append(element.getFieldName());
            switch (element.getSubscriptCase()) {
                case INDEX -> text.append('[').append(element.getIndex()).append(']');
                case STRING_KEY ->
                    text.append("[\"").append(element.getStringKey()).append("\"]");
                case INT_KEY, UINT_KEY, BOOL_KEY, SUBSCRIPT_NOT_SET -> {} // the contract has no such maps
            }
        }
        return text.toString();
    }
}
