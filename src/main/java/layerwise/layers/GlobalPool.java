package layerwise.layers;

import java.util.List;

/** y(c) = mean of map c: a vector of as many units as there are maps (Lin et al. 2013, section 3.2). */
public record GlobalPool() implements Primitive {

    @Override
    public String kind() {
        return "globalpool";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.vector(input.channels());
    }

    @Override
    public Window window(Shape input) {
        return Window.of(input.height(), input.width());
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of();
    }

    @Override
    public long macs(Shape input) {
        return 0;
    }

    /** {@return input activations: each is read once} */
    @Override
    public long connections(Shape input) {
        return input.size();
    }

    /** {@return an addition for each input activation} */
    @Override
    public Operations operations(Shape input) {
        return Operations.adds(input.size());
    }

    @Override
    public boolean pointwise() {
        return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
