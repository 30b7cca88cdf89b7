# What stands for a site's gems and plugins: unknown tags print nothing, a missing include too, and `bibliography` prints
# titles. After the build, PAGES gets the source and the output of each page.
require "json"

ENV["TAGS"].split.each do |name|
  known = Liquid::Template.tags[name]
  Liquid::Template.register_tag(name, Class.new(Liquid::Tag) { def render(_context) = "" }) unless known
end

class Titles < Liquid::Tag
  def initialize(name, markup, tokens)
    super
    @markup = markup
  end

  def render(context)
    markup = Liquid::Template.parse(@markup).render(context)
    site = context.registers[:site]
    scholar = site.config["scholar"] || {}
    named = markup[/(?:-f|--file)\s+(\S+)/, 1] || scholar["bibliography"] || "references.bib"
    folder = (scholar["source"] || "_bibliography").delete_prefix("./").delete_prefix("/")
    paths = ["", ".bib"].map { |ending| site.in_source_dir(folder, named + ending) }
    path = paths.find { |one| File.file?(one) } or return ""
    asked = markup.scan(/\[\s*(\w+)\s*=\s*["']?([\w-]+)/)
    entries = File.read(path, encoding: "bom|utf-8").scrub.split(/^\s*(?=@\w+\s*\{)/)
    entries.select! { |one| asked.all? { |key, value| one =~ /^\s*#{key}\s*=\s*[{"]?\s*#{value}\b/i } }
    entries.map { |one| "<li>#{one[/\btitle\s*=\s*(.*)/i, 1]}</li>" }.join("\n")
  end
end
Liquid::Template.register_tag("bibliography", Titles)

module MayBeMissing
  def render(context)
    super
  rescue IOError
    ""
  end
end
Jekyll::Tags::IncludeTag.prepend(MayBeMissing)
Jekyll::Tags::OptimizedIncludeTag.prepend(MayBeMissing) if defined?(Jekyll::Tags::OptimizedIncludeTag)

Jekyll::Hooks.register :site, :post_write do |site|
  pages = site.pages.to_h { |page| [page.relative_path, page.destination(site.dest).delete_prefix("#{site.dest}/")] }
  File.write(ENV["PAGES"], JSON.generate(pages))
end
