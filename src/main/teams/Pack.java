import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * Makes the app package for Teams: {@code java Pack.java <folder of this file> <app id> <host> <zip>}. Run by Maven when it
 * packages; the icons are drawn here, so that there is no binary without its source.
 */
public class Pack {
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments[0]);
        Path zip = Path.of(arguments[3]);
        Files.createDirectories(zip.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream all = new ZipOutputStream(file)) {
            String manifest = Files.readString(folder.resolve("manifest.json"))
                    .replace("{{appId}}", arguments[1])
                    .replace("{{host}}", arguments[2]);
            add(all, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            add(all, "fr.json", Files.readAllBytes(folder.resolve("fr.json")));
            add(all, "color.png", icon(192, new Color(0x1B4F72), Color.WHITE));
            add(all, "outline.png", icon(32, null, Color.WHITE));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** A speech bubble with an M in it; the small one is white on nothing, as Teams wants it. */
    private static byte[] icon(int side, Color ground, Color ink) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (ground != null) {
            pen.setColor(ground);
            pen.fillRect(0, 0, side, side);
        }
        pen.scale(side / 32.0, side / 32.0);
        pen.setColor(ink);
        pen.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(bubble());
        pen.draw(letter());
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static Path2D bubble() {
        Path2D path = new Path2D.Double();
        path.moveTo(8, 6);
        path.lineTo(24, 6);
        path.quadTo(27, 6, 27, 9);
        path.lineTo(27, 19);
        path.quadTo(27, 22, 24, 22);
        path.lineTo(15, 22);
        path.lineTo(9, 27);
        path.lineTo(9, 22);
        path.lineTo(8, 22);
        path.quadTo(5, 22, 5, 19);
        path.lineTo(5, 9);
        path.quadTo(5, 6, 8, 6);
        path.closePath();
        return path;
    }

    private static Path2D letter() {
        Path2D path = new Path2D.Double();
        path.moveTo(11, 18);
        path.lineTo(11, 10);
        path.lineTo(16, 15);
        path.lineTo(21, 10);
        path.lineTo(21, 18);
        return path;
    }
}
